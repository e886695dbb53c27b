import { byId, say } from './element.ts'

let timer: ReturnType<typeof setTimeout> | undefined

/** Tells what was done. What must not be missed stays until it is closed, and is read out at once. */
export function notice(text: string, kind: 'status' | 'alert' = 'status'): void {
  const box = byId('notice', HTMLElement)
  clearTimeout(timer)
  box.hidden = false
  box.className = `notice ${kind}`
  say(byId('notice-status', HTMLElement), kind === 'status' ? text : '')
  say(byId('notice-alert', HTMLElement), kind === 'alert' ? text : '')
  if (kind === 'status') timer = setTimeout(closeNotice, 6000)
}

export function closeNotice(): void {
  byId('notice', HTMLElement).hidden = true
  say(byId('notice-status', HTMLElement), '')
  say(byId('notice-alert', HTMLElement), '')
}

export function readyNotice(): void {
  byId('notice-close', HTMLButtonElement).addEventListener('click', closeNotice)
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') closeNotice()
  })
}
