/** Where compiled layouts are kept between builds. A kept text is used only under the key that says everything it was made from. */
export interface LayoutCache {
  get(key: string): string | undefined
  set(key: string, value: string): void
}
