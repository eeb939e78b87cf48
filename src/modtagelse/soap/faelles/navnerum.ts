/** The namespaces of the wire, by the prefix that this project writes them with. Source: SF1470, interface 6. */
export const NAVNERUM_URI = {
  sd: 'urn:oio:sagdok:3.0.0',
  gd: 'urn:oio:sts:generelledefinitioner:6',
  go: 'urn:oio:sts:generelleoperationer:6',
  sag: 'urn:oio:sts:sagdok:sag:6',
  si: 'urn:oio:sts:sagdok:sagindeks:6',
  di: 'urn:oio:sts:sagdok:dokumentindeks:6',
  sdi: 'urn:oio:sts:sagdok:sagdokumentindeks:6',
  hd: 'http://kombit.dk/xml/schemas/RequestHeader/1/',
  soap: 'http://www.w3.org/2003/05/soap-envelope',
} as const
export const SOAP_1_1 = 'http://schemas.xmlsoap.org/soap/envelope/'

/** The namespaces of Ydelsesindeks, interface 6, and the one of our own that its local extensions stand in. */
export const YDELSE_URI = {
  yi: 'urn:oio:sts:ydelse:ydelseindeks:6',
  bi: 'urn:oio:sts:ydelse:bevillingindeks:6',
  oef: 'urn:oio:sts:ydelse:oekonomiskeffektueringindeks:6',
  bby: 'urn:borgerblikket:ydelse:1',
} as const

/** Namespaces of header blocks, which the bodies of messages never use. */
export const HEADER_URI = {
  wsa: 'http://www.w3.org/2005/08/addressing',
  wsse: 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd',
  sbf: 'urn:liberty:sb',
  bbl: 'urn:borgerblikket:livstegn:1',
} as const

/** The prefix of a namespace, or undefined for one that the wire does not use. */
export const praefiksFor: ReadonlyMap<string, string> = new Map(
  Object.entries({ ...NAVNERUM_URI, ...YDELSE_URI, ...HEADER_URI }).map(([praefiks, uri]) => [uri, praefiks]),
)
