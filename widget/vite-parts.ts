import { basename, dirname } from 'node:path'
import type { Plugin } from 'vite'

/** A part imports no style sheets, so there is nothing to load before it: vite's helper for that does not travel. */
export function importPlainly(): Plugin {
  return {
    name: 'import-plainly',
    enforce: 'pre',
    resolveId: id => (id.includes('vite/preload-helper') ? '\0plain-import' : undefined),
    load: id => (id === '\0plain-import' ? 'export const __vitePreload = load => load()' : undefined),
    renderChunk(code) {
      const plain = code.replace(/__vitePreload\(\(\) => (import\([^()]*\)),[^()]*\)/g, '$1')
      // Each try has another address: see `lazy`.
      const tried = plain.replace(
        /\b(lazy(?:\$\d+)?)\(\(\) => ((?:worded(?:\$\d+)?\()?)import\(("[^"]+")\)/g,
        '$1((tries) => $2import(/* @vite-ignore */ $3 + tries)'
      )
      const once = /import\("[^"]+"\)/.exec(tried)
      if (once) throw new Error(`${once[0]} is not asked for again when it fails: say lazy`)
      return tried
    }
  }
}

/**
 * A part needs nothing but the chat, which is there: what its file imports besides could not be asked for again. So
 * these few functions are in each part that uses them.
 */
export function wholeParts(): Plugin {
  const copied = /\/(state\/(images|size)|page\/identity|outside\/kept)\.ts$/
  return {
    name: 'whole-parts',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      const found = importer && (await this.resolve(source, importer, { ...options, skipSelf: true }))
      const folder = importer && basename(dirname(importer))
      return found && folder !== 'widget' && copied.test(found.id) ? `${found.id}?in=${folder}` : found
    },
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        const more = file.type === 'chunk' && file.imports.filter(name => !/\/chat-[\w-]+\.js$/.test(name))
        if (more && more.length) throw new Error(`${file.fileName} needs ${more.join()}: see whole-parts`)
      }
    }
  }
}
