import os
import pandas

address = os.environ.get("GRAPH", "http://127.0.0.1:4000")
findings = pandas.read_csv(f"{address}/export/findings.csv", dtype=str)
print(list(findings.columns)[:3])
print(len(findings), findings["id"].is_unique)

records = pandas.read_json(f"{address}/export/records.jsonl", lines=True)
print(len(records))
