import type { Plugin } from 'vite';

const helper = '\0vite/preload-helper.js';

/**
 * A plugin of Vite: code that is asked for later is asked for by the language's own `import()`. Vite
 * wraps each in a helper that loads ahead what that code imports, and writes the list of it into every
 * page: 1.2 KB that nobody has read a wall by, for one answer less when the search or a quiz opens.
 * @throws when such code brings a style sheet, as nothing would load that: see src/browser/styles.ts.
 */
export function laterModules(): Plugin {
  return {
    name: 'later-modules',
    apply: 'build',
    enforce: 'pre',
    configEnvironment: () => ({ build: { modulePreload: false } }),
    load: (id) => (id === helper ? 'export const __vitePreload = (load) => load();' : undefined),
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const output of Object.values(bundle))
          if (output.type === 'chunk' && output.code.includes('__vite__mapDeps'))
            this.error(
              `${output.name} 用到时才取的代码带着样式，样式不会跟着来：改用 addStyles 按地址加载`,
            );
      },
    },
  };
}
