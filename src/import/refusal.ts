/** Why a file is not read, and what to do: a fault in somebody's file, told by whoever reads it and caught where the report is made. */
export interface Refusal {
  readonly refused: string
  readonly hint: string
}

export const refuse = (refused: string, hint: string): Refusal => ({ refused, hint })

export const isRefusal = (value: object): value is Refusal => 'refused' in value
