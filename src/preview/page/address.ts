/** All that a tab shows, as its address holds it: who opens the same address sees the same. */
export interface Address {
  /** The file of a release; empty for the list. */
  readonly release: string
  readonly view: string
  readonly client: string
  readonly width: string
  readonly scheme: 'light' | 'dark'
  readonly images: 'on' | 'off'
  /** What is looked for in the list. */
  readonly find: string
  readonly state: string
}

const usual: Address = {
  release: '',
  view: 'page',
  client: 'apple',
  width: 'full',
  scheme: 'light',
  images: 'on',
  find: '',
  state: 'all',
}

export function readAddress(): Address {
  const query = new URLSearchParams(location.search)
  const get = (name: keyof Address): string => query.get(name) ?? usual[name]
  return {
    release: get('release'),
    view: get('view'),
    client: get('client'),
    width: get('width'),
    scheme: get('scheme') === 'dark' ? 'dark' : 'light',
    images: get('images') === 'off' ? 'off' : 'on',
    find: get('find'),
    state: get('state'),
  }
}

/** What the address says, or what is usual where there is no such thing: links are mistyped, and outlive what they named. */
export function oneOf(name: keyof Address, values: readonly string[]): string {
  const value = readAddress()[name]
  return values.includes(value) ? value : usual[name]
}

/** The address with something else in it. */
export const addressWith = (change: Partial<Address>): string => written({ ...readAddress(), ...change })

/** The address of a release, shown as usual. */
export const addressOf = (release: string): string => written({ ...usual, release })

/** What is as usual is left out. */
function written(address: Address): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(address))
    if (value !== usual[name as keyof Address]) query.set(name, value)
  const text = query.toString().replaceAll('%2F', '/')
  return text === '' ? '/' : `/?${text}`
}

/** Goes to another address. Typing goes there as well, but leaves no step behind it for the way back. */
export function go(change: Partial<Address>, how: 'step' | 'typing' = 'step'): void {
  const to = addressWith(change)
  if (to === location.pathname + location.search) return
  if (how === 'step') history.pushState(undefined, '', to)
  else history.replaceState(undefined, '', to)
}
