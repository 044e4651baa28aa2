import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'

/** What is taken out, and what stands in its place. */
type Cut = readonly [what: RegExp, instead?: string]

const require = createRequire(import.meta.url)
const preact = join(dirname(require.resolve('preact')), '../src')
const signals = join(dirname(require.resolve('@preact/signals-core')), '../src/index.ts')

/** Nobody has drawn before us, nobody hands down a context: arguments that are never anything else. */
const arguments_: Cut = [/^\t+(isHydrating|excessDomChildren|globalContext),\n/gm]
/** Nothing is drawn into another place. */
const portals: Cut = [/\b(newProps|vnode\.props|parentVNode\.props)\._parentDom/g, 'false']
const hooks: Cut = [/\boptions\.(_root|vnode|_diff|diffed|_render|_commit|unmount|event)\b/g, 'undefined']

/**
 * Preact and its signals are for every program; this one draws no pages that a server has drawn before, and needs
 * neither contexts, portals, suspense, error boundaries, hooks nor HTML in strings. Their sources are built without that.
 */
const cuts: Readonly<Record<string, readonly Cut[]>> = {
  'preact/src/options.js': [[/import .*/], [/\t_catchError\n/]],
  'preact/src/create-element.js': [hooks],
  'preact/src/render.js': [
    hooks,
    [/\tif \(parentDom\.nodeType == 9\) \{[^}]*}/],
    [/\tlet isHydrating[^;]*;/],
    [/isHydrating \? NULL : /],
    [/(oldVNode \|\| EMPTY_OBJ,\s*)EMPTY_OBJ,/, '$1'],
    [/oldVNode\s*\? NULL\s*: parentDom\.firstChild\s*\? [^,]*,/],
    [/\t\tisHydrating,\n/]
  ],
  'preact/src/component.js': [
    hooks,
    portals,
    [/\t+component\._globalContext,\n/],
    [/\t+oldVNode\._flags & MODE_HYDRATE.*,\n/g],
    [/\tif \(typeof update == 'function'\) \{[^]*?\n\t}\n/],
    [/\t+if \(callback\) \{[^}]*}\n/],
    [/BaseComponent\.prototype\.forceUpdate = [^]*?\n};/]
  ],
  'preact/src/diff/index.js': [
    arguments_,
    [/\tif \(\n\t\toldVNode\._flags & MODE_SUSPENDED &&[^]*?\n\t}\n/],
    [/\b(isHydrating|excessDomChildren) =[^;]*;/g],
    [/^/, 'const isHydrating = false, excessDomChildren = null;\n'],
    [/\tif \(resumed\) resumed\.some\(removeNode\);/],
    [/\tnewVNode\._flags &= RESET_MODE;/],
    [/!skipRemove &&\s+\(r = vnode\._component\) &&/, 'false &&'],
    portals,
    hooks,
    [
      /tmp = newType\.contextType;[^]*?: globalContext;/,
      'const provider = false, componentContext = undefined;'
    ],
    [/\tc\._globalContext = globalContext;/],
    [/\tc\.context = componentContext;/],
    [/\tif \(c\.getChildContext\) \{[^}]*}\)?[^}]*}\n/],
    [/r\._globalContext = NULL/, 'NULL'],
    [
      /\b(newType\.getDerivedStateFromProps|c\.(getSnapshotBeforeUpdate|componentDidUpdate|componentWill(Mount|Update|ReceiveProps)))(?!\()/g,
      'false'
    ],
    // Nobody sets a state while drawing, or asks when it has been drawn.
    [
      /let renderHook = [^]*?\+\+count < 25\);/,
      'c._bits &= ~COMPONENT_DIRTY; tmp = c.render(newProps, (c.state = c._nextState));'
    ],
    [/\tEMPTY_ARR\.push\.apply\(c\._renderCallbacks, c\._stateCallbacks\);/g],
    [/\tc\._stateCallbacks = \[\];/g],
    [/\boptions\._catchError\(e,[^)]*\)/g, '{ throw e }'],
    [/\tif \(c\._bits & COMPONENT_(PENDING_ERROR|PROCESSING_EXCEPTION)\) \{[^}]*}/g],
    [/'dangerouslySetInnerHTML'/g, 'NULL'],
    [/\b(newHtml|oldHtml)\b(?! =|;)/g, 'false'],
    [/\bnodeType == '(math|template|progress|foreignObject)'/g, 'false'],
    [/\bnamespace == MATH_NAMESPACE/, 'false'],
    [/'default(Value|Checked)' in newProps/g, 'false'],
    [/\bnewProps\.is \? newProps : /]
  ],
  'preact/src/diff/children.js': [
    arguments_,
    portals,
    [/ \|\| oldVNode\._flags & REF_DETACHED/],
    // Nothing but what is drawn stands in the panel: there are no comments to pass over.
    [/\bnext\.nodeType == 8/, 'false'],
    [
      /while \(\s+\(oldDom = oldDom && oldDom\.nextSibling\)[^;]*\);/,
      'oldDom = oldDom && oldDom.nextSibling;'
    ]
  ],
  'preact/src/diff/props.js': [
    hooks,
    [/\tif \(typeof value == 'string'\) \{\s+dom\.style\.cssText = value;/, 'if (false) {'],
    [/\tif \(typeof oldValue == 'string'\) \{[^}]*}/],
    [/\tuseCapture = name != [^;]*;/],
    [/\tname = name\.replace\(\/xlink.*/],
    [/\t+name != '(list|form|rowSpan|colSpan|popover)' &&\n/g],
    [/name == 'popover' && value == true \? '' : value/, 'value']
  ],
  'signals-core/src/index.ts': [
    // What becomes what it was, within one batch, is drawn once more: nobody sees that.
    [/^function (record|reconcile)BatchSnapshots?\([^]*?\n}\n/gm],
    [/\t(record|reconcile)BatchSnapshots?\([^)]*\);/g],
    [/\tcurrentBatchSnapshotVersion = \+\+batchSnapshotVersion;/],
    [/\tthis\._batchSnapshotVersion = 0;/],
    [/^Signal\.prototype\.(subscribe|valueOf|toString|toJSON|brand) = [^]*?;\n(?=\n)/gm],
    [/^Effect\.prototype\.dispose = [^]*?\n};/m],
    [/\t\(dispose as any\)\[Symbol\.dispose\] = dispose;/],
    [/\tthis\.name = options\?\.name;/g],
    [/\tif \(capturedEffects\) \{[^}]*}/],
    [/\tconst prevCapturedEffects = capturedEffects;/],
    [/\tcapturedEffects = (undefined|prevCapturedEffects);/g]
  ]
}

/** What there is no more: whoever begins to need it takes it off this list, and its cut. */
const missing =
  /\b(hydrate|createContext|contextType|getChildContext|createPortal|dangerouslySetInnerHTML|forceUpdate|defaultValue|defaultChecked|getDerivedState\w+|getSnapshotBeforeUpdate|componentDidCatch|componentDidUpdate|componentWill(?!Unmount)\w+|popover|on\w+Capture)\b|setState\((\(|\w+ =>|.*},)|style="/

/** Builds Preact and its signals from their sources, without what nobody here uses. */
export function slim(): Plugin {
  const met = new Set<string>()
  return {
    name: 'slim',
    enforce: 'pre',
    config: () => ({
      resolve: {
        alias: [
          { find: /^preact$/, replacement: join(preact, 'index.js') },
          { find: /^@preact\/signals-core$/, replacement: signals }
        ]
      }
    }),
    transform(code, id) {
      if (id.endsWith('.tsx') && missing.test(code))
        this.error(`${id}: Preact is built without ${missing.exec(code)?.[0]}`)
      const file = Object.keys(cuts).find(name => id.endsWith(name))
      if (!file) return undefined
      met.add(file)
      return (cuts[file] ?? []).reduce((before, [what, instead = '']) => {
        const after = before.replace(what, instead)
        if (after === before) this.error(`${file} has become another: ${what} is not there`)
        return after
      }, code)
    },
    buildEnd(error) {
      const unmet = Object.keys(cuts).filter(name => !met.has(name))
      if (!error && unmet.length) this.error(`not built from source: ${unmet.join()}`)
    }
  }
}
