import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { BrowserFiles } from './browserFiles.ts';

/** A browser that shows only our pages: it looks for nothing by itself and asks for nothing outside. */
export const quietArgs: readonly string[] = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

const launchTimeoutMs = 30_000;
const systemFonts = '/etc/fonts/fonts.conf';

/**
 * A bare machine has no Chinese font; the packages bring one, so that widths and PDFs are real.
 * @param withSystem takes the fonts of the machine first, as readers see them.
 */
function fontConfig(withSystem: boolean): string {
  const folder = resolve('node_modules/.cache/test-fonts');
  const file = resolve(folder, withSystem ? 'with-system.conf' : 'fonts.conf');
  const fonts = resolve('node_modules/@expo-google-fonts/noto-sans-sc');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>` +
      (withSystem && existsSync(systemFonts) ? `<include>${systemFonts}</include>` : '') +
      `<dir>${fonts}/400Regular</dir><dir>${fonts}/700Bold</dir>` +
      // The same design as the Chinese font of UOS; under its name there, it is found as it is there.
      '<match target="scan"><test name="family"><string>Noto Sans SC</string></test>' +
      '<edit name="family" mode="append"><string>Noto Sans CJK SC</string></edit></match>' +
      `<cachedir>${folder}</cachedir></fontconfig>`,
  );
  return file;
}

/** How a browser of the packages is started on a bare Linux. */
export function launchOptions(
  { executable, libraryFolder }: BrowserFiles,
  args: readonly string[],
  withSystemFonts = false,
) {
  return {
    executablePath: executable,
    timeout: launchTimeoutMs,
    args: [...quietArgs, ...args],
    env: {
      ...(process.env as Record<string, string>),
      LD_LIBRARY_PATH: libraryFolder,
      FONTCONFIG_FILE: fontConfig(withSystemFonts),
    },
  };
}
