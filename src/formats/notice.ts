import { ownLayout } from '../press-room/own-layout.ts'
import type { PressRoom } from '../press-room/press-room.ts'
import type { ResolvedRelease } from '../release/resolved.ts'
import { diagnose, type Diagnostic } from '../source/diagnostic.ts'
import type { Templates } from '../template/engine.ts'
import type { Shape } from '../template/shape.ts'

/** Says of a release what is wrong where nothing in its layout says that it may not be published yet. */
export type NoticeCheck = (release: ResolvedRelease) => readonly Diagnostic[]

/**
 * An error for each release under embargo, and for each draft, where a press room's own layout or partial no longer asks for the release line: it
 * would be sent as if it could be published. The kit's own ask for it, which is not looked at.
 */
export function noticeCheck(
  room: PressRoom,
  format: 'html' | 'email' | 'text',
  templates: Templates,
  shape: Extract<Shape, { kind: 'object' }>,
): NoticeCheck {
  const whole = format === 'email' ? 'email/release.mjml.hbs' : `${format}/release.hbs`
  const file = ownLayout(room, `${format}/partials/release-line.hbs`, whole)
  if (file === undefined || templates.asks('release', shape, 'releaseLine')) return () => []
  return ({ source, status }) => {
    if (status.kind !== 'embargoed' && status.kind !== 'draft') return []
    const is = status.kind === 'draft' ? 'is a draft' : 'is under embargo'
    const message = `Nothing says that ${source.file} ${is}`
    const hint =
      'write {{releaseLine}} where it is seen first; {{#unless (is status "public")}} around it keeps it to such releases'
    return [diagnose({ file }, undefined, 'missing-notice', message, { hint })]
  }
}
