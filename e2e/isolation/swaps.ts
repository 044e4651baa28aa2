/** A page's next document, as text, and the address that it has. */
export interface Next {
  html: string
  path: string
}

/**
 * How libraries make another page of this one without loading it: what each does to the document, step by step. They run
 * in the page, so each is whole in itself.
 */
export const swaps: Readonly<Record<string, (next: Next) => void>> = {
  /** Turbo Drive 8, PageRenderer: the head is merged, the body replaced, its scripts made alive again. */
  'Turbo puts another body': ({ html, path }) => {
    const next = new DOMParser().parseFromString(html, 'text/html')
    const alive = (inert: HTMLScriptElement) => {
      const script = document.createElement('script')
      script.textContent = inert.textContent
      script.async = false
      for (const { name, value } of inert.attributes) script.setAttribute(name, value)
      return script
    }
    history.pushState({ turbo: { restorationIdentifier: path } }, '', path)
    const known = new Set([...document.head.children].map(one => one.outerHTML))
    for (const one of next.head.querySelectorAll('script'))
      if (!known.has(one.outerHTML)) document.head.append(alive(one))
    const passing = ':scope > :not(script, style, link)'
    for (const one of document.head.querySelectorAll(passing)) one.remove()
    document.head.append(...next.head.querySelectorAll(passing))
    const body = document.adoptNode(next.body)
    for (const inert of body.querySelectorAll('script')) inert.replaceWith(alive(inert))
    document.body.replaceWith(body)
    document.dispatchEvent(new CustomEvent('turbo:load'))
  },

  /** Turbo Drive 8, ErrorRenderer: head and body are replaced, and every script runs again. */
  'Turbo shows an error page': ({ html }) => {
    const next = new DOMParser().parseFromString(html, 'text/html')
    const { documentElement, head, body } = document
    documentElement.replaceChild(next.head, head)
    documentElement.replaceChild(next.body, body)
    for (const inert of documentElement.querySelectorAll('script')) {
      const script = document.createElement('script')
      script.async = false
      for (const { name, value } of inert.attributes) script.setAttribute(name, value)
      inert.replaceWith(script)
    }
  },

  /** Astro 5, ClientRouter: attributes and head element by element, another body, and what is new of its scripts runs. */
  'Astro swaps the page': ({ html, path }) => {
    const next = new DOMParser().parseFromString(html, 'text/html')
    const root = document.documentElement
    history.pushState({ index: 1, scrollX: 0, scrollY: 0 }, '', path)
    document.dispatchEvent(new Event('astro:before-swap'))
    const known = new Set([...document.scripts].map(({ src }) => src))
    for (const script of next.scripts) if (known.has(script.src)) script.dataset['astroExec'] = ''
    for (const name of root.getAttributeNames()) root.removeAttribute(name)
    for (const { name, value } of next.documentElement.attributes) root.setAttribute(name, value)
    document.head.replaceChildren(...next.head.children)
    document.body.replaceWith(next.body)
    for (const script of document.querySelectorAll('script')) {
      if (script.dataset['astroExec'] === '') continue
      const fresh = document.createElement('script')
      for (const { name, value } of script.attributes) fresh.setAttribute(name, value)
      fresh.dataset['astroExec'] = ''
      script.replaceWith(fresh)
    }
    document.dispatchEvent(new Event('astro:after-swap'))
  },

  'all that is in the page is replaced, and its scripts run again': ({ html, path }) => {
    const next = new DOMParser().parseFromString(html, 'text/html')
    history.pushState(null, '', path)
    document.documentElement.replaceChildren(...next.documentElement.childNodes)
    for (const inert of document.querySelectorAll('script')) {
      const script = document.createElement('script')
      for (const { name, value } of inert.attributes) script.setAttribute(name, value)
      inert.replaceWith(script)
    }
  },

  'the page itself is replaced': ({ html, path }) => {
    const next = new DOMParser().parseFromString(html, 'text/html')
    history.pushState(null, '', path)
    document.documentElement.replaceWith(next.documentElement)
  },

  'the page is compared with its next, and what is only here is removed': ({ html, path }) => {
    const next = new DOMParser().parseFromString(html, 'text/html')
    history.replaceState(null, '', path)
    for (const one of document.querySelectorAll('html > :not(head, body)')) one.remove()
    document.body.replaceChildren(...next.body.childNodes)
  }
}
