const mark = 'footbridge'

/**
 * The open panel is the whole screen: it keeps clear of the keyboard, the page behind it stays where it is, and the way
 * back leads out of it. Answers how to leave.
 */
export function enter(panel: HTMLElement, close: () => void): () => void {
  const leaves = [fitView(panel), holdPage(), wayBack(close)]
  return () => {
    for (const leave of leaves) leave()
  }
}

/** The part of the screen that the keyboard leaves. Who has zoomed in looks around as they like. */
function fitView(panel: HTMLElement): () => void {
  const view = visualViewport
  const fit = () => {
    if (!view || view.scale > 1.01) return
    panel.style.setProperty('--view', `${view.height}px`)
    panel.style.setProperty('--view-top', `${view.offsetTop}px`)
  }
  view?.addEventListener('resize', fit)
  view?.addEventListener('scroll', fit)
  fit()
  return () => {
    view?.removeEventListener('resize', fit)
    view?.removeEventListener('scroll', fit)
    panel.style.removeProperty('--view')
    panel.style.removeProperty('--view-top')
  }
}

function holdPage(): () => void {
  const { style } = document.documentElement
  const { overflow } = style
  style.overflow = 'hidden'
  return () => {
    // Whatever the page has said meanwhile stands.
    if (style.overflow === 'hidden') style.overflow = overflow
  }
}

/** While an entry is given back, which takes the browser a moment: what comes once it is. */
let afterwards: (() => void) | undefined
const nothing = () => {}

/** One entry of the history while the panel is open, given back unless the page has gone on from it. */
function wayBack(close: () => void): () => void {
  const mine = Math.random()
  const push = () => history.pushState({ ...Object(history.state), [mark]: mine }, '')
  if (afterwards) afterwards = push
  else push()
  const isHere = () => Object(history.state)[mark] === mine
  const back = () => {
    if (!isHere()) close()
  }
  addEventListener('popstate', back)
  return () => {
    removeEventListener('popstate', back)
    if (afterwards === push) afterwards = nothing
    if (isHere()) giveBack()
  }
}

function giveBack(): void {
  afterwards = nothing
  const end = () => {
    afterwards?.()
    afterwards = undefined
  }
  addEventListener('popstate', end, { once: true })
  history.back()
}
