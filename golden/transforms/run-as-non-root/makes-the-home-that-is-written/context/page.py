import streamlit

streamlit.write("x")
