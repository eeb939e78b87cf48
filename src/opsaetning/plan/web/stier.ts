/** The addresses of the plan and of the report on openness, and those that they lead to. */
export const STI = '/kommune/plan'
export const AABENHED = '/kommune/aabenhed'
export const NY_ETAPE = `${STI}/etape/ny`
export const etapesti = (id: string): string => `${STI}/etape/${id}`
export const udkaststi = (id: string): string => `/kommune/konfiguration/udkast/${id}`
export const nummersti = (kle: string): string => `/kommune/konfiguration/nummer/${kle}`
export const forhaandssti = (id: string): string => `/kommune/forhaandsvisning/${id}`
export const HISTORIK = '/kommune/konfiguration/historik'
export const GENNEMGANG = '/kommune/titelkvalitet'
export const TAL = '/kommune/tal'
