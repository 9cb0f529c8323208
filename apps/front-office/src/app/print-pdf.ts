export { printOrOpen, printPdf } from '@onewindow/ui';
