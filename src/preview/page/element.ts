type Child = Node | string | undefined

/** Makes an element. An attribute that is `true` stands there without a value; one that is `false` or undefined does not. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string | boolean | undefined>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes))
    if (value !== false && value !== undefined) made.setAttribute(name, value === true ? '' : value)
  made.append(...children.filter((child) => child !== undefined))
  return made
}

/** An element of the page, by its id. Throws where index.html has no such element. */
export function byId<E extends HTMLElement>(id: string, kind: abstract new () => E): E {
  const found = document.getElementById(id)
  if (found instanceof kind) return found
  throw new Error(`index.html has no ${kind.name} #${id}`)
}

/** Puts children in place of those that are there, unless they are the same: what has the focus keeps it. */
export function fill(parent: HTMLElement, children: readonly Child[]): void {
  const made = element('div', {}, ...children)
  if (made.innerHTML !== parent.innerHTML) parent.replaceChildren(...made.childNodes)
}

/** Sets a text, unless it is there already: a live region would say it again. */
export function say(where: HTMLElement, text: string): void {
  if (where.textContent !== text) where.textContent = text
}
