export const sizeWords = (bytes: number): string => {
  const mega = bytes / 1024 / 1024
  if (mega >= 10) return `${Math.round(mega)}MB`
  return mega >= 0.1 ? `${Math.round(mega * 10) / 10}MB` : `${Math.max(1, Math.round(bytes / 1024))}KB`
}
