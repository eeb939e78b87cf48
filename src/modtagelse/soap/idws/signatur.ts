import { createHash, type KeyObject, verify } from 'node:crypto'
import { type Afvist, afvist, type Ok, ok } from '#kernel'
import { kanonisk, laesInklusive } from './kanonisk.ts'
import { ALG, NS } from './navne.ts'
import { attribut, boernOf, type Element, er, tekstOf } from './trae.ts'

/** How a reference's element becomes the octets that were digested. */
export type Transformation = 'kanonisk' | 'omsluttet' | 'str'
export type Reference = {
  readonly id: string
  readonly transformation: Transformation
  readonly inklusive: readonly string[]
  readonly kontrolsum: Buffer
}
/** A signature whose form is in order; nothing of it is verified yet. */
export type Signatur = {
  readonly element: Element
  readonly referencer: readonly Reference[]
  readonly vaerdi: Buffer
  readonly keyInfo: Element
  /** The octets that were signed. */
  readonly signeret: string
}

export type Signaturfejl = 'SIGNATUR_UGYLDIG' | 'ALGORITME_IKKE_TILLADT' | 'TRANSFORMATION_IKKE_TILLADT' | 'FOR_MANGE_REFERENCER'

/** Body, timestamp, token, reference to it, seven address headers, a RequestHeader and a sign of life are thirteen. */
const HOEJST_REFERENCER = 20
/** The key of 16384 bits. */
const HOEJST_SIGNATUR = 2048

/**
 * Reads a signature strictly: exactly the elements that are needed, in their order, with algorithms that are on the list. What is not read
 * here (a second SignedInfo, an Object, a Manifest, parameters such as HMACOutputLength) makes the signature none.
 */
export function laesSignatur(element: Element): Ok<Signatur> | Afvist<Signaturfejl> {
  const [signedInfo, signatureValue, keyInfo, ...flere] = boernOf(element)
  if (!isDs(signedInfo, 'SignedInfo') || !isDs(signatureValue, 'SignatureValue') || !isDs(keyInfo, 'KeyInfo') || flere.length > 0)
    return afvist('SIGNATUR_UGYLDIG')
  const [kanonisering, metode, ...referencer] = boernOf(signedInfo)
  if (!isDs(kanonisering, 'CanonicalizationMethod') || !isDs(metode, 'SignatureMethod')) return afvist('SIGNATUR_UGYLDIG')
  if (attribut(kanonisering, 'Algorithm') !== ALG.excC14n || attribut(metode, 'Algorithm') !== ALG.rsaSha256)
    return afvist('ALGORITME_IKKE_TILLADT')
  const inklusive = laesInklusive(kanonisering)
  if (!inklusive || metode.boern.length > 0) return afvist('SIGNATUR_UGYLDIG')
  if (referencer.length > HOEJST_REFERENCER) return afvist('FOR_MANGE_REFERENCER')
  if (referencer.length === 0) return afvist('SIGNATUR_UGYLDIG')
  const vaerdi = laesBase64(signatureValue, HOEJST_SIGNATUR)
  if (!vaerdi) return afvist('SIGNATUR_UGYLDIG')
  const laeste: Reference[] = []
  for (const reference of referencer) {
    const svar = laesReference(reference)
    if (!svar.ok) return svar
    laeste.push(svar.value)
  }
  return ok({ element, referencer: laeste, vaerdi, keyInfo, signeret: kanonisk(signedInfo, { inklusive }) })
}

const isDs = (element: Element | undefined, lokal: string): element is Element => er(element, NS.ds, lokal)

/** Only `#id`: the whole document, XPointers and addresses elsewhere are not taken, so that nothing is ever fetched. */
const ID = /^#([A-Za-z_][\w.-]{0,199})$/

function laesReference(element: Element): Ok<Reference> | Afvist<Signaturfejl> {
  const [transforms, digestMethod, digestValue, ...flere] = boernOf(element)
  if (!isDs(element, 'Reference') || !isDs(digestMethod, 'DigestMethod') || !isDs(digestValue, 'DigestValue') || flere.length > 0)
    return afvist('SIGNATUR_UGYLDIG')
  if (attribut(digestMethod, 'Algorithm') !== ALG.sha256) return afvist('ALGORITME_IKKE_TILLADT')
  const id = ID.exec(attribut(element, 'URI') ?? '')?.[1]
  const kontrolsum = laesBase64(digestValue, 32)
  if (!id || kontrolsum?.length !== 32 || digestMethod.boern.length > 0) return afvist('SIGNATUR_UGYLDIG')
  const transformation = isDs(transforms, 'Transforms') ? laesTransforms(boernOf(transforms)) : undefined
  return transformation ? ok({ id, kontrolsum, ...transformation }) : afvist('TRANSFORMATION_IKKE_TILLADT')
}

function laesTransforms(transforms: readonly Element[]): Pick<Reference, 'transformation' | 'inklusive'> | undefined {
  if (!transforms.every((transform) => isDs(transform, 'Transform'))) return undefined
  const [foerste, anden, ...flere] = transforms
  if (!foerste || flere.length > 0) return undefined
  const algoritme = attribut(foerste, 'Algorithm')
  if (algoritme === ALG.str && !anden) {
    const inklusive = laesStrParametre(foerste)
    return inklusive && { transformation: 'str', inklusive }
  }
  const omsluttet = algoritme === ALG.enveloped && foerste.boern.length === 0
  const sidste = omsluttet ? anden : foerste
  if (!sidste || (!omsluttet && anden) || attribut(sidste, 'Algorithm') !== ALG.excC14n) return undefined
  const inklusive = laesInklusive(sidste)
  return inklusive && { transformation: omsluttet ? 'omsluttet' : 'kanonisk', inklusive }
}

/** STR-Transform carries the canonicalization of the token it points to. */
function laesStrParametre(transform: Element): readonly string[] | undefined {
  const [parametre, ...flere] = boernOf(transform)
  if (!er(parametre, NS.wsse, 'TransformationParameters') || flere.length > 0) return undefined
  const [metode, ...andre] = boernOf(parametre)
  if (!isDs(metode, 'CanonicalizationMethod') || andre.length > 0 || attribut(metode, 'Algorithm') !== ALG.excC14n)
    return undefined
  return laesInklusive(metode)
}

/** Base64 as RFC 4648 has it, white space apart; undefined for anything else or for more than `hoejst` bytes. */
export function laesBase64(element: Element | undefined, hoejst: number): Buffer | undefined {
  const tekst = tekstOf(element)?.replace(/[ \t\r\n]+/g, '')
  if (!tekst || tekst.length > Math.ceil(hoejst / 3) * 4 || tekst.length % 4 !== 0) return undefined
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(tekst)) return undefined
  const bytes = Buffer.from(tekst, 'base64')
  return bytes.toString('base64') === tekst ? bytes : undefined
}

export const sha256 = (tekst: string): Buffer => createHash('sha256').update(tekst, 'utf8').digest()

/** A digest is no secret: whoever sends the message knows both. */
export const erKontrolsum = (reference: Reference, tekst: string): boolean => sha256(tekst).equals(reference.kontrolsum)

/** True where the signature's octets were signed with the private half of an RSA key (PKCS #1 v1.5, as the algorithm's name says). */
export const erSigneretMed = ({ signeret, vaerdi }: Signatur, noegle: KeyObject): boolean =>
  noegle.asymmetricKeyType === 'rsa' && verify('sha256', Buffer.from(signeret, 'utf8'), noegle, vaerdi)
