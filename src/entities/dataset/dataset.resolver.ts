import { Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../../context.js';
import { Dataset } from './dataset.type.js';

@Resolver(() => Dataset)
export class DatasetResolver {
  @Query(() => [Dataset], {
    description: 'The datasets in which the reader may see something, with licence and version.',
  })
  datasets(@Ctx() context: Context) {
    return context.loaders(context.view()).dataset.all.load('');
  }
}
