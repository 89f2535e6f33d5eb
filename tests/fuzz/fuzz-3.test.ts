import { tryShare } from './try-share';

tryShare(3);
