import { afterAll } from 'vitest';
import { closeBrowsers } from './visit.ts';

afterAll(closeBrowsers);
