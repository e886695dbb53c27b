/** Scales that are written close to a figure, as a pattern. */
export const closeScaleMark = '(?:bn|tn|mn|Mds?|[kKMm])'

/** Scales and units that are written close to a figure, without a space between, as a pattern: £3.5bn, 250k, 20km, 12M€. */
export const closeUnit = `(?:${closeScaleMark}[€$£]?|[kcm]?m[²³]?|[km]?g|ha|t|l|[kMGT]?Wh?|[kMGT]B|°C|min)`

/** What a scale is worth that is written close to a figure; 1 for a unit. `m` is a million of money, and else a metre. */
export function closeScale(unit: string, isMoney: boolean): number {
  if (/^[kK]$/.test(unit)) return 1e3
  if (/^(?:M|mn)$/.test(unit) || (unit === 'm' && isMoney)) return 1e6
  if (/^(?:bn|Mds?)$/.test(unit)) return 1e9
  return unit === 'tn' ? 1e12 : 1
}
