import { z } from 'zod';
import { citationPattern } from './citation.ts';

export const citationSchema = z
  .string()
  .regex(citationPattern)
  .describe('法条引用：法律编号#条.款.项，例如 tudi-guanli-fa#47.2；未收全文的文件只写编号');
