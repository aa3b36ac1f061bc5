"""Small pure statistics, used by the build and by the app: no streamlit, no database, no files."""
