import type { Footbridge } from './api.ts'
import { createLauncher } from './launcher.ts'
import { lazyChat } from './lazy-chat.ts'
import { readSettings, type Settings } from './settings.ts'

function mount(settings: Settings): void {
  const chat = lazyChat(settings)
  let open = false

  function show(next: boolean): void {
    open = next
    launcher.setOpen(next)
    if (next) void chat.start(mounted).then(ok => (ok ? chat.show(open) : fail()))
    else chat.show(false)
  }
  function fail(): void {
    show(false)
    launcher.complain()
  }

  const launcher = createLauncher({
    color: settings.color,
    onToggle: () => show(!open),
    onIntent: () => void chat.prefetch()
  })
  const mounted = {
    settings,
    root: launcher.root,
    box: launcher.box,
    onUnread: launcher.setUnread,
    onOpen: () => show(true),
    onClose() {
      show(false)
      launcher.focus()
    }
  }
  const footbridge: Footbridge = {
    open: () => show(true),
    close: () => show(false),
    toggle: () => show(!open),
    destroy() {
      chat.destroy()
      launcher.remove()
      delete window.Footbridge
    }
  }
  window.Footbridge = footbridge
}

const script = document.currentScript
if (script instanceof HTMLScriptElement && !window.Footbridge) mount(readSettings(script))
