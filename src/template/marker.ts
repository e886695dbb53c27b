/** What stands in for a value while a layout is compiled once for many releases. It knows how it was asked for. */
export class Marker {
  constructor(
    readonly raw: string,
    readonly escaped: string,
  ) {}
  toString(): string {
    return this.raw
  }
}

/** A layout did something with a value that only the value itself can answer; it has to be rendered with the value. */
export class NeedsValue extends Error {}
