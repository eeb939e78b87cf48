import type { X509Certificate } from 'node:crypto'
import { NS } from './navne.ts'

const BIBLIOTEK = () => Promise.all([import('xml-crypto'), import('@xmldom/xmldom')])

/**
 * Whether the signature that stands directly in a document's outermost element is by one of these certificates. Only for a document whose signature
 * has been found to have the one allowed form (checkSignaturform): what that form refuses is not looked for here. A certificate that the
 * signature brings is not asked.
 */
export async function isUnderskrevet(xml: string, certifikater: readonly X509Certificate[]): Promise<boolean> {
  const [{ SignedXml }, { DOMParser }] = await BIBLIOTEK()
  // An XML reader makes one line break of the three kinds before anything is signed.
  const tekst = xml.replaceAll(/\r\n?/g, '\n')
  const rod = new DOMParser().parseFromString(tekst, 'text/xml').documentElement
  const signatur = rod && Array.from(rod.childNodes).find((en) => en.namespaceURI === NS.ds && en.localName === 'Signature')
  if (!signatur) return false
  return certifikater.some((certifikat) => {
    const laeser = new SignedXml({ publicCert: certifikat.toString(), getCertFromKeyInfo: () => null })
    try {
      laeser.loadSignature(signatur as unknown as Node)
      return laeser.checkSignature(tekst) && laeser.getSignedReferences().length === 1
    } catch {
      // Another certificate may be the right one; what the library says can repeat the document.
      return false
    }
  })
}
