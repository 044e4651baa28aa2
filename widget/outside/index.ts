import { effect } from '@preact/signals-core'
import type { Mounted } from '../core/life.ts'
import { lazy } from '../lazy.ts'
import { createChoice } from '../notify/choice.ts'
import { tellNews } from '../notify/index.ts'
import { askLeave, canNotify } from '../notify/notice.ts'
import { createSound } from '../notify/sound.ts'
import type { PopOut } from '../pop-out/index.ts'
import type { ChatState } from '../state/chat.ts'

/** The chat, as far as what is beyond its panel has to do with it. */
export interface Inside {
  mounted: Mounted
  state: ChatState
  /** Of all tabs this is the one that makes a sound. */
  leads(): boolean
}

const popOutPart = lazy(() => import('../pop-out/index.ts'))

/** A title, a sound, a notification, a window of its own. Answers how to take all that back. */
export function reach({ mounted, state, leads }: Inside): () => void {
  const { settings, onOpen } = mounted
  const choice = createChoice(settings.site)
  const sound = createSound()
  let popOut: PopOut | undefined
  const quiet = tellNews({ site: settings.site, state, choice: choice.now, sound, leads, onCome: onOpen })

  const beyond = {
    choice: choice.now,
    popOut: () => !!popOut?.open(),
    toggleSound() {
      choice.set({ sound: !choice.now.value.sound })
      // So that they know it when they hear it; and who has pressed may be played to.
      if (choice.now.value.sound) sound.play()
    },
    async toggleNotify() {
      const wanted = !choice.now.value.notify
      const given = !wanted || (await askLeave())
      choice.set({ notify: wanted && given })
      return given
    }
  }
  const offering = effect(() => {
    popOut ??= popOutPart.now()?.createPopOut({ mounted, state })
    state.outside.value = { can: { window: !!popOut?.isOffered(), notify: canNotify() }, ...beyond }
  })
  return () => {
    offering()
    popOut?.stop()
    state.outside.value = undefined
    for (const stop of [quiet, sound.stop, choice.stop]) stop()
  }
}
