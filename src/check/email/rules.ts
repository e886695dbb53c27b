import { aria } from './aria.ts'
import { article } from './article.ts'
import { bodyLanguage } from './body-language.ts'
import { chainedClasses } from './chained-classes.ts'
import { colourSyntax } from './colour-syntax.ts'
import { conditionalComments } from './conditional-comments.ts'
import { contrast } from './contrast.ts'
import { cssComment } from './css-comment.ts'
import { cssSyntax } from './css-syntax.ts'
import { darkModeBlock } from './dark-mode-block.ts'
import { darkMode } from './dark-mode.ts'
import { dataTable } from './data-table.ts'
import { dataUri } from './data-uri.ts'
import { descriptiveLink } from './descriptive-link.ts'
import { duplicateId } from './duplicate-id.ts'
import { forcedDark } from './forced-dark.ts'
import { gmailClipping } from './gmail-clipping.ts'
import { htmlLanguage } from './html-language.ts'
import { imageAlt } from './image-alt.ts'
import { imageFormat } from './image-format.ts'
import { imageWidth } from './image-width.ts'
import { layoutTable } from './layout-table.ts'
import { layoutWidth } from './layout-width.ts'
import { lineHeightRule } from './line-height-rule.ts'
import { linkAddress } from './link-address.ts'
import { linkUnderline } from './link-underline.ts'
import { mediaComma } from './media-comma.ts'
import { namelessLink } from './nameless-link.ts'
import { narrowScreen } from './narrow-screen.ts'
import { nestedAtRule } from './nested-at-rule.ts'
import { outlookBox } from './outlook-box.ts'
import { outlookCentring } from './outlook-centring.ts'
import { outlookUnsupported } from './outlook-unsupported.ts'
import { pixelsPerInch } from './pixels-per-inch.ts'
import { preheader } from './preheader.ts'
import { secondClass } from './second-class.ts'
import { selectorSemicolon } from './selector-semicolon.ts'
import { singleH1 } from './single-h1.ts'
import { styleInBody } from './style-in-body.ts'
import { styleSize } from './style-size.ts'
import { survivesWithoutStyle } from './survives-without-style.ts'
import { tallBlock } from './tall-block.ts'
import { textSize } from './text-size.ts'
import { thickBorder } from './thick-border.ts'
import { title } from './title.ts'
import { unlinkedContact } from './unlinked-contact.ts'
import { unsupportedCss } from './unsupported-css.ts'
import { unsupportedMarkup } from './unsupported-markup.ts'
import { utf8 } from './utf-8.ts'
import { vml } from './vml.ts'
import { yahooHeight } from './yahoo-height.ts'
import { zoom } from './zoom.ts'

/** Every rule for the HTML of an email; a new one is a file and a line here. */
export const rules = [
  // Gmail
  gmailClipping,
  utf8,
  styleSize,
  styleInBody,
  cssSyntax,
  nestedAtRule,
  darkModeBlock,
  colourSyntax,
  unsupportedCss,
  unsupportedMarkup,
  dataUri,
  survivesWithoutStyle,
  narrowScreen,
  // Outlook and Yahoo
  conditionalComments,
  outlookBox,
  outlookCentring,
  outlookUnsupported,
  imageFormat,
  imageWidth,
  pixelsPerInch,
  lineHeightRule,
  thickBorder,
  secondClass,
  tallBlock,
  vml,
  chainedClasses,
  mediaComma,
  cssComment,
  selectorSemicolon,
  yahooHeight,
  // dark mode
  darkMode,
  contrast,
  forcedDark,
  // preheader, layout, links
  preheader,
  layoutWidth,
  textSize,
  linkAddress,
  linkUnderline,
  unlinkedContact,
  // accessibility
  htmlLanguage,
  bodyLanguage,
  title,
  article,
  singleH1,
  layoutTable,
  dataTable,
  imageAlt,
  namelessLink,
  descriptiveLink,
  zoom,
  aria,
  duplicateId,
] as const

/** The name of a rule, as diagnostics and settings give it. */
export type EmailCode = (typeof rules)[number]['code']
