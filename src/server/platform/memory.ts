// What a server keeps between calls because it is dear to make. Always made again from the database, never the only copy;
// several servers each have their own.

export type Made<T> = { value: T; weight: number }

export type Memory = {
  /**
   * What `make` made for this key under this version. Under another version it is made anew: the version must change with
   * everything that goes into it. Two callers at once may both make it: to wait for each other, one of them inside a
   * transaction on the only connection, could last for ever.
   */
  recall: <T>(key: string, version: string, make: () => Promise<Made<T>>) => Promise<T>
}

/** Holds at most this weight: what was not asked for longest goes first, and what is heavier alone is not kept. */
export function openMemory(most: number): Memory {
  const kept = new Map<string, Made<unknown> & { version: string }>()
  const forget = (key: string) => kept.delete(key)
  return {
    recall: async <T>(key: string, version: string, make: () => Promise<Made<T>>): Promise<T> => {
      const known = kept.get(key)
      forget(key)
      if (known?.version === version) {
        kept.set(key, known)
        // A key belongs to the one function that makes it.
        return known.value as T
      }
      const made = await make()
      forget(key)
      kept.set(key, { ...made, version })
      let weight = [...kept.values()].reduce((sum, one) => sum + one.weight, 0)
      for (const [oldest, one] of kept) {
        if (weight <= most) break
        forget(oldest)
        weight -= one.weight
      }
      return made.value
    },
  }
}
