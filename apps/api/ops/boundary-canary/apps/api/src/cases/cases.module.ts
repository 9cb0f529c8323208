export class CasesModule {}
