const TEGN: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\r': '&#13;',
}

/** Characters that XML 1.0 cannot carry at all, not even as references. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const UMULIGE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/**
 * `tekst` as text or attribute value of XML. CR is written as a reference, since a parser would make it LF; what XML cannot carry
 * (control characters, lone surrogates) becomes U+FFFD.
 */
export const escapeXml = (tekst: string): string =>
  tekst
    .toWellFormed()
    .replace(UMULIGE, '\ufffd')
    .replace(/[&<>"'\r]/g, (tegn) => TEGN[tegn] ?? tegn)
