/** What came of asking whether a link leads anywhere. */
export type Answer =
  | { readonly kind: 'fine' }
  /** It has moved for good. */
  | { readonly kind: 'moved'; readonly to: string }
  /** There is nothing, or nobody. */
  | { readonly kind: 'dead'; readonly why: string }
  /** Browsers show a warning in place of the page. */
  | { readonly kind: 'untrusted'; readonly why: string }
  /** Nobody can say: no answer in time, a server that is down. */
  | { readonly kind: 'unsure'; readonly why: string }
  /** It is sent on into a network of somebody's own. */
  | { readonly kind: 'inside' }
  /** It is not one to be asked: an address inside a network, or one with a password. */
  | { readonly kind: 'unasked' }
  /** The time ran out before it was answered. */
  | { readonly kind: 'late' }
  /** No name of a host could be looked up, this one's or any other. */
  | { readonly kind: 'offline' }
