import { createHmac, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { feltsalt, LUKKEDE } from './blad.ts'

test('a closed field’s salt is the HMAC that the documents say, as Node makes it', () => {
  for (let gang = 0; gang < 200; gang++) {
    const salt = randomBytes(32)
    for (const felt of LUKKEDE)
      expect(feltsalt(salt, felt)).toEqual(createHmac('sha256', salt.subarray(16)).update(felt).digest())
  }
})
