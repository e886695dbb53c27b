/** What came of asking whether a link leads anywhere. */
export type Answer =
  | { readonly kind: 'fine' }
  /** It has moved for good. */
  | { readonly kind: 'moved'; readonly to: string }
  /** There is nothing, or nobody. */
  | { readonly kind: 'dead'; readonly why: string }
  /** Nobody can say: no answer in time, a server that is down. */
  | { readonly kind: 'unsure'; readonly why: string }
  /** It was not asked: an address inside a network, or too many links. */
  | { readonly kind: 'unasked' }
