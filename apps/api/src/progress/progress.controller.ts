import { endpoints, type InputOf } from '@onewindow/contracts';
import { Controller } from '@nestjs/common';
import { Endpoint, Input } from '../platform/index.js';
import { ProgressReader } from './progress-reader.js';

@Controller()
export class ProgressController {
  constructor(private readonly reader: ProgressReader) {}

  @Endpoint(endpoints.getProgress)
  getProgress(@Input() { params }: InputOf<typeof endpoints.getProgress>) {
    return this.reader.read(params.token);
  }
}
