export function ensureReader(name: 'soffice' | 'pdftotext'): string;
