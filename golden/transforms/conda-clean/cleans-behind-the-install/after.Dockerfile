FROM continuumio/miniconda3:24.5.0-0
RUN conda install -y numpy && conda env create -f env.yml && conda clean -afy
RUN /opt/conda/bin/mamba install -y six && /opt/conda/bin/mamba clean -afy
RUN micromamba install -y -n base six && micromamba clean --all --yes
