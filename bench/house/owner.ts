import { Client } from "pg";

/** The database as its superuser, whom no policy hinders: for setting the scene and for looking at the effects. */
export type Owner = {
  query: <Row = Record<string, unknown>>(sql: string, values?: unknown[]) => Promise<Row[]>;
  /** The first row of a query that always has one. */
  one: <Row = Record<string, unknown>>(sql: string, values?: unknown[]) => Promise<Row>;
  end: () => Promise<void>;
};

export async function connectOwner(url: string): Promise<Owner> {
  const client = new Client({ connectionString: url, application_name: "bench" });
  await client.connect();
  const query = async <Row>(sql: string, values?: unknown[]) => (await client.query(sql, values)).rows as Row[];
  return {
    query,
    one: async <Row>(sql: string, values?: unknown[]) => {
      const [row] = await query<Row>(sql, values);
      if (row === undefined) throw new Error(`No row: ${sql}`);
      return row;
    },
    end: () => client.end(),
  };
}
