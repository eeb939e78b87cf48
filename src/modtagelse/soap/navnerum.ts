/** The namespaces of the wire, by the prefix that this project writes them with. Source: SF1470, interface 6. */
export const NAVNERUM_URI = {
  sd: 'urn:oio:sagdok:3.0.0',
  gd: 'urn:oio:sts:generelledefinitioner:6',
  sag: 'urn:oio:sts:sagdok:sag:6',
  si: 'urn:oio:sts:sagdok:sagindeks:6',
  di: 'urn:oio:sts:sagdok:dokumentindeks:6',
  sdi: 'urn:oio:sts:sagdok:sagdokumentindeks:6',
  hd: 'http://kombit.dk/xml/schemas/RequestHeader/1/',
  soap: 'http://www.w3.org/2003/05/soap-envelope',
} as const
export type Praefiks = keyof typeof NAVNERUM_URI

export const SOAP_1_1 = 'http://schemas.xmlsoap.org/soap/envelope/'

/** The prefix of a namespace, or undefined for one that the wire does not use. */
export const praefiksFor: ReadonlyMap<string, Praefiks> = new Map(
  Object.entries(NAVNERUM_URI).map(([praefiks, uri]) => [uri, praefiks as Praefiks]),
)
