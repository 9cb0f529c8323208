import { type Endpoints, endpoints, type InputOf, type ResponseOf } from '@onewindow/contracts';
import { Controller } from '@nestjs/common';
import { Organisation } from '../organisation/index.js';
import { Endpoint, Input } from '../platform/index.js';
import { ItemSearch } from './item-search.js';
import { ItemVersions } from './item-versions.js';

@Controller()
export class CatalogueController {
  constructor(
    private readonly search: ItemSearch,
    private readonly versions: ItemVersions,
    private readonly organisation: Organisation,
  ) {}

  @Endpoint(endpoints.searchItems)
  async searchItems(@Input() { query }: InputOf<Endpoints['searchItems']>): Promise<ResponseOf<Endpoints['searchItems']>> {
    return { items: await this.search.find(query.q, query.limit) };
  }

  @Endpoint(endpoints.getItemVersion)
  async getItemVersion(@Input() { params }: InputOf<Endpoints['getItemVersion']>): Promise<ResponseOf<Endpoints['getItemVersion']>> {
    const { id, itemId, code, name, version, departmentId, publishedAt, definition } = await this.versions.getCurrent(params.id);
    const department = (await this.organisation.snapshot({ departments: [departmentId] })).departmentRef(departmentId);
    return { id, itemId, code, name, version, department, publishedAt: publishedAt.toISOString(), definition };
  }
}
