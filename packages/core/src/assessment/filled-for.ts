const opening = '由局办'

/** The reason that a mark typed in for a school bears: who typed, and who signed the paper. It is sealed with the mark. */
export const filledForReason = (typist: string, signer: string): string =>
  `${opening}${typist}按学校报送的表代填，纸面签字${signer}。`

export const isFilledFor = (reason: string): boolean => reason.startsWith(opening) && reason.includes('代填，纸面签字')
