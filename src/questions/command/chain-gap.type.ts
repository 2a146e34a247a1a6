import { graphqlEnum } from '../../graphql/enums.js';
import { CHAIN_GAPS } from './chain-gap.rules.js';

export const ChainGapEnum = graphqlEnum(CHAIN_GAPS, 'ChainGap', 'What is missing at a unit of a chain.');
