/** The citizen's own addresses. Of who has looked the preview has a page that says whose it is. */
const SIDER = 'overblik|nyt|sager|dokumenter|notater|ydelser|aftaler|hvad-kan-jeg-se|hvem-har-set'
const LINK = new RegExp(`(href|action)="/(${SIDER})(?=["/?#])`, 'g')
/** A form that would change something; those that only ask stay. */
const SKRIVENDE_FORMULAR = /<form[^>]*method="post"[\s\S]*?<\/form>/g

/**
 * A citizen's page as somebody at work may see it: its links stay within the preview, and nothing on it can change anything. The page is our
 * own, escaped by the templates, so that what looks like a link in it is one.
 */
export const toFremvisning = (side: string, sti: string): string =>
  side.replaceAll(SKRIVENDE_FORMULAR, '').replaceAll(LINK, (_, attribut: string, hvor: string) => `${attribut}="${sti}/${hvor}`)
