import os
from gql import Client, gql
from gql.transport.requests import RequestsHTTPTransport

address = os.environ.get("GRAPH", "http://127.0.0.1:4000")
client = Client(transport=RequestsHTTPTransport(url=f"{address}/graphql"))
query = gql("""
  query ($after: String) {
    people(first: 4, after: $after) {
      nodes { id name }
      pageInfo { hasNextPage endCursor }
    }
  }
""")

query.variable_values = {"after": None}
while True:
    people = client.execute(query)["people"]
    for person in people["nodes"]:
        print(person["id"], person["name"], sep="\t")
    if not people["pageInfo"]["hasNextPage"]:
        break
    query.variable_values = {"after": people["pageInfo"]["endCursor"]}
