import { element } from './element.ts'

export interface Tab {
  readonly value: string
  readonly label: string
}

/**
 * A row of tabs, of which one is chosen; the arrow keys go from one to the next, and Tab goes on to what it shows (WAI-ARIA Authoring
 * Practices, Tabs).
 */
export function tabs(
  list: HTMLElement,
  all: readonly Tab[],
  chosen: string,
  panel: HTMLElement,
  choose: (value: string) => void,
): void {
  if (list.children.length !== all.length) {
    list.replaceChildren(...all.map(({ value, label }) => tabOf(value, label, panel.id)))
    if (!listening.has(list)) listenTo(list, choose)
  }
  for (const tab of list.children) {
    const isChosen = valueOf(tab) === chosen
    tab.setAttribute('aria-selected', String(isChosen))
    tab.setAttribute('tabindex', isChosen ? '0' : '-1')
    if (isChosen) panel.setAttribute('aria-labelledby', tab.id)
  }
}

const listening = new WeakSet<HTMLElement>()

function listenTo(list: HTMLElement, choose: (value: string) => void): void {
  listening.add(list)
  list.addEventListener('click', ({ target }) => {
    const tab = target instanceof Element ? target.closest('[role=tab]') : undefined
    if (tab) choose(valueOf(tab))
  })
  list.addEventListener('keydown', (event) => {
    const all = [...list.children]
    const at = all.indexOf(event.target as Element)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    const tab = all.at(to % all.length)
    if (!(tab instanceof HTMLElement)) return
    tab.focus()
    choose(valueOf(tab))
  })
}

const valueOf = (tab: Element): string => tab.id.replace('view-', '')

const tabOf = (value: string, label: string, panel: string): HTMLButtonElement =>
  element('button', { type: 'button', role: 'tab', id: `view-${value}`, 'aria-controls': panel }, label)
