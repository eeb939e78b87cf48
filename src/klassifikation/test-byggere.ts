import { type KleEmne, parseKleEmne } from '#kernel'

/** A KLE emne for tests. Throws where the text is none. */
export function kleEmne(text: string): KleEmne {
  const parsed = parseKleEmne(text)
  if (!parsed) throw new RangeError(`Not a KLE emne: ${text}`)
  return parsed
}
