import { aria } from './aria.ts'
import { article } from './article.ts'
import { attributeQuotes } from './attribute-quotes.ts'
import { bodyLanguage } from './body-language.ts'
import { cellDirection } from './cell-direction.ts'
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
import { wordsInStyle } from './words-in-style.ts'
import { yahooHeight } from './yahoo-height.ts'
import { zoom } from './zoom.ts'

/** The rules for the HTML of an email, by what they are for; a new one is a file and a line here. */
export const groups = {
  'Gmail, and clients that drop style sheets': [
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
    wordsInStyle,
    narrowScreen,
  ],
  'Outlook for Windows': [
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
  ],
  'Outlook.com and Yahoo': [chainedClasses, mediaComma, cssComment, selectorSemicolon, yahooHeight],
  'Dark mode': [darkMode, contrast, forcedDark],
  'Preheader, layout and links': [
    preheader,
    layoutWidth,
    textSize,
    attributeQuotes,
    linkAddress,
    linkUnderline,
    unlinkedContact,
  ],
  'Screen readers, and who reads in another way': [
    htmlLanguage,
    bodyLanguage,
    cellDirection,
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
  ],
} as const

/** Every rule for the HTML of an email. */
export const rules = Object.values(groups).flat()

/** The name of a rule, as diagnostics and settings give it. */
export type EmailCode = (typeof rules)[number]['code']
