import { Client } from 'pg';

export const wrongDomain = Client;
