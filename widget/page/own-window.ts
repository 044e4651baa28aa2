import { check } from '../core/check.ts'
import { lazy } from '../lazy.ts'
import type { PopOut } from '../pop-out/index.ts'
import type { Ears } from './index.ts'

const popOutPart = lazy(() => import('../pop-out/index.ts'))

/** The window that the page asks for. */
export function createOwnWindow(ears: Pick<Ears, 'mounted' | 'state'>) {
  let popOut: PopOut | undefined
  return {
    async open(): Promise<void> {
      const part = await popOutPart.load()
      popOut ??= part?.createPopOut(ears)
      check(!!popOut?.open(), 'moment for a window: the browser opens none, or keeps nothing for it')
    },
    stop: () => popOut?.stop()
  }
}
