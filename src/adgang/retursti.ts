const HOEJST = 500
/** A path and query in characters that mean the same to every browser: no backslash, no control character, no second host. */
const STI = /^\/(?!\/)[\w\-.~!$&'()*+,;=:@%/?]*$/
const EGNE = /^\/(?:arbejde\/)?(log-ind|log-ud|logget-ud)(\/|\?|$)/

/** Where to go after login: a path on this site, or `hjem` for anything that is not plainly one. */
export function safeRetursti(oensket: unknown, hjem = '/'): string {
  const holder =
    typeof oensket === 'string' &&
    oensket.length <= HOEJST &&
    STI.test(oensket) &&
    // A dot segment before two slashes would become another host when the browser tidies the path.
    !/\/\/|\/\.{1,2}(\/|\?|$)|%2f|%5c|%2e/i.test(oensket) &&
    !EGNE.test(oensket)
  return holder ? oensket : hjem
}
