/** Two ids as one, which no other two come to. Where the first has no slash it is what older versions kept. */
export const paired = (first: string, second: string): string =>
  first === '' || first.includes('/') ? `/${JSON.stringify([first, second])}` : `${first}/${second}`
