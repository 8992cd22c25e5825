import { Controller } from '@nestjs/common';
import { Caller, type Principal } from '../access/principal.js';
import { Handles, Input, type EndpointInput, type EndpointOutput } from '../common/endpoint.decorator.js';
import { notLoaded, sampleLoadView } from './sample-load-view.js';
import { SampleService } from './sample.service.js';

@Controller()
export class SampleController {
  constructor(private readonly samples: SampleService) {}

  @Handles('loadSample')
  async loadSample(
    @Input() { params }: EndpointInput<'loadSample'>,
    @Caller() caller: Principal,
  ): Promise<EndpointOutput<'loadSample'>> {
    const { state, progress } = await this.samples.load(params.id, caller);
    return { state, progress };
  }

  @Handles('getSampleLoad')
  async getSampleLoad(
    @Input() { params }: EndpointInput<'getSampleLoad'>,
  ): Promise<EndpointOutput<'getSampleLoad'>> {
    const load = await this.samples.progress(params.id);
    return load === null ? notLoaded : sampleLoadView(load);
  }
}
