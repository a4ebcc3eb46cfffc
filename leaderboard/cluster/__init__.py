"""The way past one machine: extraction and reconciliation on Spark, Parquet between them."""
